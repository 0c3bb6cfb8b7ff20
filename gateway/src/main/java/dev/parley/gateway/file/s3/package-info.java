/// Files in a bucket of an S3-compatible store. In and out: [dev.parley.gateway.file.FileStore]. On
/// the caller's thread, which waits for the store.
///
/// | key | what |
/// | --- | --- |
/// | `files/ab/ID/file.json` | what is known of the file whose id begins with `ab`, and which segments it has |
/// | `files/ab/ID/NAME` | a segment of its bytes; NAME is random, and is never written twice |
/// | `owners/HANDLE/ID.SIZE` | empty: what an account's files take is counted by names |
/// | `pending/ID` | no message is known to have it; a first copy of `file.json`, to remove it by |
/// | `marks/NAME` | done once; by whom |
/// | `secret` | 32 bytes that all gateways share |
///
/// There are no locks. Bytes go into segments that nobody knows; they belong to the file from the
/// moment that its `file.json` names them, which is replaced only if it is still what it was
/// (`If-Match`). Of two that write to one file the later one is told that it is busy, and a gateway
/// that dies leaves nothing but segments that nobody names: they go with the file, or when it is
/// complete. Multipart uploads are not used: their parts have 5 MiB at least, and a part is
/// overwritten by whoever is late.
@NullMarked
package dev.parley.gateway.file.s3;

import org.jspecify.annotations.NullMarked;
