// SPDX-License-Identifier: Apache-2.0
/// What the owner can change about the server: network, certificate, proxy, devices; and the doctor.
@NullMarked
package app.homekeep.desktop.settings;

import org.jspecify.annotations.NullMarked;
