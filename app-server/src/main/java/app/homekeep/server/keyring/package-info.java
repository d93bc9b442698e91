// SPDX-License-Identifier: Apache-2.0
/// Keys: one master key in a file outside the database; under it, keys for each purpose that can be rotated.
///
/// ```
/// <data>/keys/master.key (256 bit, random, 0600)
///      │ HKDF-SHA256, info = "homekeep wrap <purpose>"
///      ▼
/// wrapping key of the purpose ── AES-256-GCM ──▶ table keyring_key: id, purpose, active | retiring, wrapped key
///                                                     │ the keys themselves are random
///                                                     ▼
///                                        Keyring.active(purpose), Keyring.find(purpose, id)
/// ```
/// So a copy of the database alone opens nothing, a copy of the master key alone neither; a key is rotated by a row,
/// and
/// the master key by wrapping the rows anew, without touching what they encrypt.
@NullMarked
package app.homekeep.server.keyring;

import org.jspecify.annotations.NullMarked;
