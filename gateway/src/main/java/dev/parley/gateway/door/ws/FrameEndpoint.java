package dev.parley.gateway.door.ws;

import io.quarkus.logging.Log;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where WebSockets Next brings what arrives at `/ws`; passes it on to the client that it is of. On
/// the event loop of the connection.
@WebSocket(path = "/ws")
public class FrameEndpoint {
  private static final TypedKey<FrameClient> CLIENT = new TypedKey<>("parley.client");

  private volatile @Nullable WebSocketDoor door;

  FrameEndpoint() {}

  void opens(WebSocketDoor opened) {
    door = opened;
  }

  void closes() {
    door = null;
  }

  @OnOpen
  @NonBlocking
  void onOpen(WebSocketConnection socket) {
    WebSocketDoor open = door;
    ConnectionBase channel = socket.userData().get(UpgradeCheck.CONNECTION);
    if (open == null || channel == null) {
      socket.close(new CloseReason(CloseCode.GOING_AWAY)).subscribe().with(_ -> {});
      return;
    }
    socket.userData().put(CLIENT, open.admit(socket, channel));
  }

  @OnTextMessage
  @NonBlocking
  void onText(String text, WebSocketConnection socket) {
    FrameClient client = socket.userData().get(CLIENT);
    if (client != null) {
      client.onText(text);
    }
  }

  @OnBinaryMessage
  @NonBlocking
  void onBinary(Buffer bytes, WebSocketConnection socket) {
    FrameClient client = socket.userData().get(CLIENT);
    if (client != null) {
      client.onBinary();
    }
  }

  @OnClose
  @NonBlocking
  void onClose(WebSocketConnection socket, CloseReason seen) {
    WebSocketDoor open = door;
    FrameClient client = socket.userData().get(CLIENT);
    if (client == null) {
      return;
    }
    client.onGone(CloseCode.reasonOf(seen.getCode()));
    if (open != null) {
      open.forget(client);
    }
  }

  /// What breaks a connection comes by here too; the end of it follows in [#onClose].
  @OnError
  @NonBlocking
  void onError(WebSocketConnection socket, Throwable fault) {
    FrameClient client = socket.userData().get(CLIENT);
    if (isOfTheClient(fault)) {
      Log.debugf("connection broken connection=%s cause=%s", socket.id(), fault);
    } else {
      Log.errorf(fault, "frame not handled connection=%s", socket.id());
      if (client != null) {
        client.onFault();
      }
    }
  }

  private static boolean isOfTheClient(Throwable fault) {
    return fault instanceof IOException
        || fault instanceof io.vertx.core.http.HttpClosedException
        || fault instanceof io.netty.handler.codec.DecoderException
        || fault instanceof io.vertx.core.VertxException;
  }
}
