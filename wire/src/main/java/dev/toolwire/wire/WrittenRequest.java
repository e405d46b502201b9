package dev.toolwire.wire;

import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolChoice;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A request in which nothing goes by another name, as it was written. Never changes.
///
/// @param by whoever wrote it
/// @param end where in the body the last message ends
/// @param losses in the order of the body
/// @param lossesAtEnd how many of them were noted up to the end of the messages
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record WrittenRequest(
    RequestBodies by,
    ModelRequest request,
    ModelProfile profile,
    byte[] body,
    int end,
    List<Loss> losses,
    int lossesAtEnd) {

  /// Whether `next` is this request with nothing changed, but maybe with more messages.
  ///
  /// Not so where no tool may be called: then it depends on the history what Converse says of
  /// tools. Nor where a system message comes next, which may become part of the message before it.
  boolean isContinuedBy(RequestBodies writer, ModelRequest next, ModelProfile nextProfile) {
    List<Message> said = request.conversation().messages();
    List<Message> saidNext = next.conversation().messages();
    return by == writer
        && begins(said, saidNext)
        && (said.size() == saidNext.size() || saidNext.get(said.size()).role() != Role.SYSTEM)
        && !(next.toolChoice() instanceof ToolChoice.None)
        && profile.equals(nextProfile)
        && request.withConversation(next.conversation()).equals(next);
  }

  /// The very same messages; to compare what they say would cost as much as to write it.
  @SuppressWarnings("ReferenceEquality")
  private static boolean begins(List<Message> beginning, List<Message> all) {
    if (beginning.size() > all.size()) {
      return false;
    }
    for (int i = 0; i < beginning.size(); i++) {
      if (beginning.get(i) != all.get(i)) {
        return false;
      }
    }
    return true;
  }

  /// This request with more messages behind those that it has.
  ///
  /// @param array the new messages, as JSON
  /// @param more what was lost of them
  WrittenRequest with(ModelRequest next, byte[] array, List<Loss> more) {
    int elements = array.length - 2;
    if (elements == 0) {
      return this;
    }
    byte[] longer =
        ByteBuffer.allocate(body.length + 1 + elements)
            .put(body, 0, end)
            .put((byte) ',')
            .put(array, 1, elements)
            .put(body, end, body.length - end)
            .array();
    List<Loss> all = new ArrayList<>(losses);
    all.addAll(lossesAtEnd, more);
    return new WrittenRequest(
        by, next, profile, longer, end + 1 + elements, List.copyOf(all), lossesAtEnd + more.size());
  }
}
