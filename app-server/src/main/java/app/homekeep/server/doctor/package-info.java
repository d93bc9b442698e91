// SPDX-License-Identifier: Apache-2.0
/// Looks at everything that keeps a home from working, and says what to do.
@NullMarked
package app.homekeep.server.doctor;

import org.jspecify.annotations.NullMarked;
