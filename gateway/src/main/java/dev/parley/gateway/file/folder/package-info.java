/// Files in a folder. In and out: [dev.parley.gateway.file.FileStore]. On the caller's thread.
///
/// | path | what |
/// | --- | --- |
/// | `files/ab/ID/bytes` | the bytes of the file whose id begins with `ab` |
/// | `files/ab/ID/file.json` | what is known of it; replaced as a whole |
/// | `owners/HANDLE/ID.SIZE` | empty: what an account's files take is counted by names |
/// | `pending/ID` | empty: no message is known to have it |
/// | `marks/NAME` | done once; by whom |
/// | `secret` | 32 bytes that all gateways share |
///
/// Several gateways may share the folder, on one volume with file locks.
@NullMarked
package dev.parley.gateway.file.folder;

import org.jspecify.annotations.NullMarked;
