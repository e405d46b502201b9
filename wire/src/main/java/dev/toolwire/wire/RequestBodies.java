package dev.toolwire.wire;

import dev.toolwire.conversation.Memo;
import dev.toolwire.json.JsonText;
import dev.toolwire.model.Losses;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/// Writes the requests of one codec, and what they have in common only once.
///
/// The requests of a loop are the same but for the end of their conversation. So the body of such a
/// request is that of the one before it, which the [Memo] of the conversation keeps, with the new
/// messages behind those that stand there. What a request says does not depend on it: body and
/// losses are those of a request that is written whole.
///
/// Immutable; for use by many threads.
public final class RequestBodies {

  private final Function<ModelProfile, Fitting> fittings;
  private final Writers writers;

  /// Writes one request.
  public interface Writer {

    /// Writes the whole body, and marks the end of its messages when the last one is written.
    void body(Mark endOfMessages);

    /// Writes the messages from the one with the index `first` on, into an array that the caller
    /// has opened.
    void messages(int first);
  }

  /// Makes a writer for each request.
  public interface Writers {

    /// A writer for one request.
    ///
    /// @param fitting takes note of what the request cannot say as it stands
    Writer writer(JsonGenerator out, ModelRequest request, ModelProfile profile, Fitting fitting);
  }

  /// Notes a place in a body that is being written.
  public static final class Mark {

    private final Fitting fitting;
    private int position;
    private int losses;

    private Mark(Fitting fitting) {
      this.fitting = fitting;
    }

    /// The place is here.
    ///
    /// @param out writes the body, as [JsonText#write] makes it
    public void here(JsonGenerator out) {
      ByteArrayOutputStream written = (ByteArrayOutputStream) out.streamWriteOutputTarget();
      position = written.size() + out.streamWriteOutputBuffered();
      losses = fitting.losses().all().size();
    }
  }

  /// The bodies of a wire.
  ///
  /// @param fittings begins the notes for a request to a model
  public RequestBodies(Function<ModelProfile, Fitting> fittings, Writers writers) {
    this.fittings = fittings;
    this.writers = writers;
  }

  /// Writes a request.
  ///
  /// @param envelope what is sent for a body
  public Encoding encode(
      ModelRequest request, ModelProfile profile, Function<byte[], WireRequest> envelope) {
    Memo memo = request.conversation().memo();
    Optional<WrittenRequest> continued =
        memo.recall(WrittenRequest.class)
            .filter(earlier -> earlier.isContinuedBy(this, request, profile))
            .flatMap(earlier -> continued(earlier, request));
    if (continued.isEmpty()) {
      return whole(request, profile, envelope);
    }
    WrittenRequest written = continued.get();
    memo.keep(written);
    return new Encoding(envelope.apply(written.body()), new Losses(written.losses()), Aliases.NONE);
  }

  private Encoding whole(
      ModelRequest request, ModelProfile profile, Function<byte[], WireRequest> envelope) {
    Fitting fitting = fittings.apply(profile);
    Mark end = new Mark(fitting);
    byte[] body = JsonText.write(out -> writers.writer(out, request, profile, fitting).body(end));
    Memo memo = request.conversation().memo();
    if (fitting.renamesNothing()) {
      memo.keep(
          new WrittenRequest(
              this, request, profile, body, end.position, fitting.losses().all(), end.losses));
    } else {
      memo.forget();
    }
    return fitting.encoding(envelope.apply(body));
  }

  /// What `earlier` becomes with the messages that are new in `request`; empty if one of them goes
  /// by another name, as what is sent for a word depends on the words before it.
  private Optional<WrittenRequest> continued(WrittenRequest earlier, ModelRequest request) {
    Fitting fitting = fittings.apply(earlier.profile());
    byte[] array =
        JsonText.write(out -> {
          out.writeStartArray();
          writers
              .writer(out, request, earlier.profile(), fitting)
              .messages(earlier.request().conversation().messages().size());
          out.writeEndArray();
        });
    return fitting.renamesNothing()
        ? Optional.of(earlier.with(request, array, fitting.losses().all()))
        : Optional.empty();
  }
}
