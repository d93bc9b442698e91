// SPDX-License-Identifier: Apache-2.0
/// What the desktop around the panel can do for it: small ports, each with its real implementation.
@NullMarked
package app.homekeep.desktop.platform;

import org.jspecify.annotations.NullMarked;
