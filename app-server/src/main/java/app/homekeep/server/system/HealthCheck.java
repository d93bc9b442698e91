// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.system;

import java.util.function.BooleanSupplier;

/// One thing that must work.
///
/// @param name  what it is, such as `database`
/// @param works asked on an I/O thread: memory only
public record HealthCheck(String name, BooleanSupplier works) {}
