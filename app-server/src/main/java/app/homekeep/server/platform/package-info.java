// SPDX-License-Identifier: Apache-2.0
/// What only the operating system can do, behind ports: one small class a system.
@NullMarked
package app.homekeep.server.platform;

import org.jspecify.annotations.NullMarked;
