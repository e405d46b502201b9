package dev.toolwire.wire.translation;

import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import dev.toolwire.model.Route;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.ClientCodec;
import dev.toolwire.wire.Encoding;
import dev.toolwire.wire.WireRequest;
import dev.toolwire.wire.chat.ChatCodec;
import dev.toolwire.wire.chat.ChatHead;
import dev.toolwire.wire.chat.ChatServerCodec;
import dev.toolwire.wire.converse.ConverseCodec;
import dev.toolwire.wire.converse.ConverseServerCodec;
import dev.toolwire.wire.converse.Padding;
import dev.toolwire.wire.invoke.InvokeCodec;
import dev.toolwire.wire.invoke.InvokePath;
import dev.toolwire.wire.invoke.InvokeServerCodec;
import dev.toolwire.wire.messages.MessageHead;
import dev.toolwire.wire.messages.MessagesCodec;
import dev.toolwire.wire.messages.MessagesServerCodec;
import dev.toolwire.wire.messages.MessagesVersion;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// A wire with both its sides, and a model behind it.
@SuppressWarnings("ImmutableEnumChecker") // codecs are, but no annotation says so
enum Door {
  CONVERSE(
      new ModelId("us.anthropic.claude-haiku-4-5-20251001-v1:0"),
      Route.CONVERSE,
      new ConverseCodec()) {
    private final ConverseServerCodec server = new ConverseServerCodec();

    @Override
    ModelRequest read(WireRequest sent) {
      return server.read(model(), sent.streaming(), sent.body());
    }

    @Override
    byte[] whole(Reply reply) {
      return server.reply(reply);
    }

    @Override
    Function<StreamEvent, byte[]> stream() {
      return server.encoder(Padding.none())::event;
    }
  },
  MESSAGES(
      new ModelId("claude-haiku-4-5"),
      Route.MESSAGES,
      new MessagesCodec(MessagesVersion.V2026_10_21)) {
    private final MessagesServerCodec server = new MessagesServerCodec();

    @Override
    ModelRequest read(WireRequest sent) {
      return server.read(sent.headers(), sent.body());
    }

    @Override
    byte[] whole(Reply reply) {
      return server.reply(head(), reply);
    }

    @Override
    Function<StreamEvent, byte[]> stream() {
      return server.encoder(head())::event;
    }

    private MessageHead head() {
      return new MessageHead("msg_01", model());
    }
  },
  CHAT(new ModelId("gpt-4o"), Route.CHAT, new ChatCodec()) {
    private final ChatServerCodec server = new ChatServerCodec();

    @Override
    ModelRequest read(WireRequest sent) {
      return server.read(sent.headers(), sent.body());
    }

    @Override
    byte[] whole(Reply reply) {
      return server.reply(head(), reply);
    }

    @Override
    Function<StreamEvent, byte[]> stream() {
      return server.encoder(head())::event;
    }

    private ChatHead head() {
      return new ChatHead("chatcmpl-01", model(), CREATED, true, Optional.empty());
    }
  },
  INVOKE(
      new ModelId("us.anthropic.claude-haiku-4-5-20251001-v1:0"), Route.INVOKE, new InvokeCodec()) {
    private final InvokeServerCodec server = new InvokeServerCodec();

    @Override
    ModelRequest read(WireRequest sent) {
      return server.read(InvokePath.parse(sent.uri().getRawPath()).orElseThrow(), sent.body());
    }

    @Override
    byte[] whole(Reply reply) {
      return server.reply(head(), reply);
    }

    @Override
    Function<StreamEvent, byte[]> stream() {
      return server.encoder(head(), Duration.ZERO, Padding.none())::event;
    }

    private MessageHead head() {
      return new MessageHead("msg_bdrk_01", model());
    }
  };

  private static final long CREATED = 1_767_225_600;
  private static final URI ENDPOINT = URI.create("http://127.0.0.1:8080");

  private final ModelId model;
  private final Route route;
  private final ClientCodec client;

  Door(ModelId model, Route route, ClientCodec client) {
    this.model = model;
    this.route = route;
    this.client = client;
  }

  ModelId model() {
    return model;
  }

  ClientCodec client() {
    return client;
  }

  Encoding send(ModelRequest request) {
    return client.request(ENDPOINT, request, ModelCatalogue.builtIn().profile(model, route));
  }

  /// What the server makes of a request; it refuses what the service would.
  abstract ModelRequest read(WireRequest sent);

  /// The body of a unary answer.
  abstract byte[] whole(Reply reply);

  /// Turns the events of one answer into bytes, one after the other.
  abstract Function<StreamEvent, byte[]> stream();
}
