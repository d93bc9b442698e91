// SPDX-License-Identifier: Apache-2.0
/// What panel, server and command line say to each other.
@NullMarked
package app.homekeep.model;

import org.jspecify.annotations.NullMarked;
