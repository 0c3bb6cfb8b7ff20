package dev.parley.deploy.local.aot;

/// A program to start.
final class Greeter {
  private Greeter() {}

  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
