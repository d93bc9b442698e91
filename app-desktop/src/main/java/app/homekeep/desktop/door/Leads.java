// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.door;

/// Where the cure for a closed door leads.
///
/// @param lockdown to the screen that ends a lockdown
/// @param ports    to where the ports are chosen
/// @param doctor   to what the doctor says
public record Leads(Runnable lockdown, Runnable ports, Runnable doctor) {}
