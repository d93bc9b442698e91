// SPDX-License-Identifier: Apache-2.0
/// The certificate that the LAN door shows.
@NullMarked
package app.homekeep.model.certificate;

import org.jspecify.annotations.NullMarked;
