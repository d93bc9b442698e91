// SPDX-License-Identifier: Apache-2.0
/// Registrations: people who ask for an account themselves.
@NullMarked
package app.homekeep.server.registration;

import org.jspecify.annotations.NullMarked;
