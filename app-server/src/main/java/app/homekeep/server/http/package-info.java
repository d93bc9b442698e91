// SPDX-License-Identifier: Apache-2.0
/// The only packages that know Undertow: doors, the request pipeline, routes, answers, transfers, event streams.
@NullMarked
package app.homekeep.server.http;

import org.jspecify.annotations.NullMarked;
