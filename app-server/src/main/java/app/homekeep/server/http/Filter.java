// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

/// One check that each request passes before its route runs. Stateless, runs on an I/O thread, never blocks.
@FunctionalInterface
interface Filter {
    /// @throws app.homekeep.server.problem.Refused when the request goes no further
    void check(Incoming request);
}
