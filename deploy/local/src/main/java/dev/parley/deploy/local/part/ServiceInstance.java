package dev.parley.deploy.local.part;

/// One of possibly several processes of a service.
///
/// @param service which service
/// @param number 1 for the first instance
public record ServiceInstance(Service service, int number) {

  /// {@return the name in tables, logs and files: `gateway-1`}
  public String name() {
    return service.label() + "-" + number;
  }
}
