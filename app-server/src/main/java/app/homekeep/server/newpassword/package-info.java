// SPDX-License-Identifier: Apache-2.0
/// New passwords: changed, forgotten, reset, and the owner's way back in.
@NullMarked
package app.homekeep.server.newpassword;

import org.jspecify.annotations.NullMarked;
