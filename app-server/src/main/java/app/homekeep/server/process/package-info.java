// SPDX-License-Identifier: Apache-2.0
/// What a server process owes to those around it: one server a data folder, a run file that says where it is, a log, an
/// orderly end.
@NullMarked
package app.homekeep.server.process;

import org.jspecify.annotations.NullMarked;
