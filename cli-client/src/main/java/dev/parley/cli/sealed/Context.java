package dev.parley.cli.sealed;

import java.util.HexFormat;

/// What a sealed text says of itself; signed with it, so that it opens nowhere else.
///
/// @param place where it belongs
/// @param device id of the sender's device, in hexadecimal
/// @param clientId what the sender calls the message
/// @param time milliseconds since 1970; higher than that of any text of the device before
public record Context(Place place, String device, String clientId, long time) {
  private static final int SUITE = 1;
  private static final int ID_BYTES = 16;

  byte[] bytes() {
    return Bytes.concat(
        Bytes.u8(SUITE),
        Bytes.u8(place.kind().code()),
        Bytes.str(place.conversation()),
        Bytes.str(place.sender()),
        HexFormat.of().parseHex(device),
        Bytes.str(clientId),
        Bytes.u64(place.target()),
        Bytes.u64(time));
  }

  static Context read(ByteReader bytes) {
    if (bytes.u8() != SUITE) {
      throw new UnopenedException(Problem.ALTERED);
    }
    Kind kind = Kind.of(bytes.u8());
    String conversation = bytes.str();
    String sender = bytes.str();
    String device = bytes.hex(ID_BYTES);
    String clientId = bytes.str();
    Place place = new Place(conversation, sender, kind, bytes.u64());
    return new Context(place, device, clientId, bytes.u64());
  }
}
