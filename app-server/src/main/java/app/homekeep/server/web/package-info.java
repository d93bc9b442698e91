// SPDX-License-Identifier: Apache-2.0
/// The web page: its shell, its sources and the libraries it uses, all served from memory.
@NullMarked
package app.homekeep.server.web;

import org.jspecify.annotations.NullMarked;
