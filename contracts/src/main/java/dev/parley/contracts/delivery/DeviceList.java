package dev.parley.contracts.delivery;

import java.util.List;

/// Answers `FetchDevices`. Public keys only; what it is worth, signatures say and not this service.
///
/// @param request number of the request
/// @param links the account's list of devices, oldest first; empty if it has none
/// @param waiting statements of devices that wait to be linked, oldest first
public record DeviceList(long request, List<String> links, List<String> waiting) implements Reply {}
