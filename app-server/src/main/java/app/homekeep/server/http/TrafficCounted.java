// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

/// What went through the doors that browsers use since the start.
///
/// @param receivedBytes of request bodies
/// @param sentBytes     of answer bodies, as they went over the wire
public record TrafficCounted(long requests, long receivedBytes, long sentBytes) {}
