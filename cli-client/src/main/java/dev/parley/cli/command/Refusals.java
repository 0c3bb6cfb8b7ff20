package dev.parley.cli.command;

import dev.parley.cli.connection.RefusedException;

/// What a refusal means, in a sentence.
public final class Refusals {

  private Refusals() {}

  /// {@return cause and, where there is one, cure}
  ///
  /// @param refusal of the server, or of this side
  public static String text(RefusedException refusal) {
    return switch (refusal.code()) {
      case "already_logged_in" -> "this account is logged in elsewhere";
      case "bad_credentials" -> "wrong name or password";
      case "bad_name" -> "names have letters a-z, digits, '_', '.' and '-'";
      case "blocked" -> "this cannot be delivered";
      case "encrypted" ->
          "this conversation is encrypted; what you sent was not, and was not taken: try again";
      case "not_encrypted" -> "this conversation is not encrypted any more; try again";
      case "not_opened" ->
          "the file of this message does not open here, and an edit would take it away from"
              + " everybody; edit it where it was sent";
      case "encryption_off" ->
          "encryption was switched off by the other side: /encrypt on switches it on again,"
              + " /encrypt off lets you write in clear";
      case "key_changed" ->
          "the keys of the other person have changed: /verify USER shows the new safety number,"
              + " /trust USER accepts them";
      case "peer_without_keys" -> "the other person has no keys to encrypt to";
      case "no_keys" ->
          "this conversation is encrypted, and this terminal cannot: " + refusal.getMessage();
      case "keys_locked" -> "the keys on this machine are locked; /unlock asks for the passphrase";
      case "keys_exist" -> "there are keys on this machine already; /devices lists them";
      case "no_device_left" ->
          "no device of yours is left that could add this one; /devices restart begins a new list,"
              + " and everybody is warned";
      case "wrong_passphrase" -> "this is not the passphrase of the keys";
      case "weak_passphrase" -> "this is too short: take at least 8 characters";
      case "no_passphrase" ->
          "a passphrase is needed: set PARLEY_PASSPHRASE_FILE, or chat without --plain";
      case "keys_in_use",
          "keys_unreadable",
          "keys_unwritable",
          "no_such_device",
          "bad_device",
          "not_shown" ->
          String.valueOf(refusal.getMessage());
      case "group_exists" -> "there is a group of this name already";
      case "locked" ->
          "too many wrong passwords; try again in " + Math.max(1, refusal.detail()) + " seconds";
      case "bad_key" -> "this is no ssh key that is taken; paste one line of a .pub file";
      case "disabled" -> "this account is disabled; ask an administrator";
      case "muted" ->
          refusal.detail() > 0
              ? "you are muted here for " + refusal.detail() + " seconds more"
              : "you are muted here until a moderator unmutes you";
      case "not_allowed" -> "only a moderator or an administrator may do this";
      case "name_taken" -> "this name is taken; choose another one";
      case "registration_closed" -> "accounts are made by the administrators of this server";
      case "no_such_group" -> "there is no such group";
      case "no_such_message" -> "there is no such message any more";
      case "no_such_user" -> "there is nobody of this name";
      case "not_author" -> "only its author can do this";
      case "not_logged_in" -> "you are not logged in";
      case "not_member" -> "you are not a member of this conversation";
      case "rate_limited" -> "too fast; wait a moment";
      case "too_late" -> "too late: this can be done for a short time only";
      case "too_long" -> "this is too long; a message has at most 4,000 characters";
      case "weak_password" -> "this password is too easy to guess; take a longer one";
      case "unavailable" -> "the server does not answer; it may or may not have been done";
      case "internal" -> "something went wrong";
      default -> refusal.code() + ": " + refusal.getMessage();
    };
  }
}
