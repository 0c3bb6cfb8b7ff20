package dev.parley.auth.sshkey;

/// Public keys that ssh-keygen of OpenSSH 9.2 made, and the fingerprint it prints.
public final class Keys {
  /// A key that ssh-keygen made.
  public static final String ED25519 =
      "ssh-ed25519 " + "AAAAC3NzaC1lZDI1NTE5AAAAIOEj34HFeEonyupHMZ0SFyvQyZh6r3mcHSnuHXoALnB6";

  /// What `ssh-keygen -l` says of it.
  public static final String ED25519_FINGERPRINT =
      "SHA256:z49gAwuYZRwx9p8AIupqrXVKxIsAjclTzWL5OE61J38";

  /// A key that ssh-keygen made.
  public static final String ECDSA_P256 =
      "ecdsa-sha2-nistp256 "
          + "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBHUrpbf5mgCYVwtRi4"
          + "vdl6KipIMTm9NYCG1qWu/f3N6o85PCwzy2JrGPLVfkTWQRJPCtYSxvfPs6SUAw2nbyj94=";

  /// A key that ssh-keygen made.
  public static final String RSA_2048 =
      "ssh-rsa "
          + "AAAAB3NzaC1yc2EAAAADAQABAAABAQDG6P4VtkhaVdxCfQZA8U4axRPcN09KpZh/LQ6ekt"
          + "aaT9dPcmM+7Q9QgKkBuRd5IY+/ilONQ0S3Yy34NOHcVwEghpQVLDPskzsO2RxSux6QHM1M"
          + "khCH3EFP7ail3EKJjX2a5Jp7qwRORrPk1rlYkaciO1t0R2hrKTIpzpnLaphdFhYze2sYYP"
          + "TKGgxsqLlUnrR22ymqW16q3Gu5bhBn3FXE+yT2buELpKlSXWQc4dc1FhFg6lp9xwK/lHl1"
          + "9n0qhOahEHNC5H+KVxrISgrJDxkJMco16E0idgbFcANeGgo4Cqjxq288c/37VMtA8nQBij"
          + "iDKQnGqhe/Qr2ZKhqudP8f";

  /// A key that ssh-keygen made.
  public static final String RSA_1024 =
      "ssh-rsa "
          + "AAAAB3NzaC1yc2EAAAADAQABAAAAgQCyb5xp0irUX5dEEnjFpE1Jbv3GhB2t0jbhBCD0vW"
          + "2o4AbUsiacYpqvVb7oBrnxVEpdKAXDYjPj2j/S8mfhajOw0hWqMCiRMXTQb3j6Nm/gamJ5"
          + "4L7K0yNcXquS2UM5EQkuXDLWkpizAx33dNaSjJIj4qjeuTbUef5Kt1DPNVs61Q==";

  /// A key that ssh-keygen made.
  public static final String ECDSA_P384 =
      "ecdsa-sha2-nistp384 "
          + "AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBIt1LI1yMY6llCkqUc"
          + "i60hpLho+7mV5oGK/0JaNy1OX1oAIshq25Itzvce+ew/BXPZ/HusQ0nOUbvpmxTV+a8bBI"
          + "MZUckHNgF2rdxyzG7CnGp9gBI10IaZ71G29NGCkyHA==";

  private Keys() {}
}
