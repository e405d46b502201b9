package dev.toolwire.wire.converse;

import org.jspecify.annotations.Nullable;

/// Where a value stands in a request. A chain of steps, so that it costs next to nothing until
/// something is wrong there.
///
/// @param name the member's name; empty for the item of a list
/// @param index the item's index, from 0; -1 for a member
record MemberPath(@Nullable MemberPath parent, String name, int index) {

  static final MemberPath ROOT = new MemberPath(null, "", -1);

  MemberPath member(String member) {
    return new MemberPath(this, member, -1);
  }

  MemberPath item(int item) {
    return new MemberPath(this, "", item);
  }

  /// The name of the request's own member that this is or is in; empty for the request itself.
  String top() {
    if (parent == null) {
      return "";
    }
    return parent.parent == null ? name : parent.top();
  }

  /// As the service's front end writes it: `messages.1.member.role`, items counted from 1.
  String inConstraints() {
    return parent == null
        ? ""
        : step(parent.inConstraints(), index < 0 ? name : (index + 1) + ".member");
  }

  /// As the layers behind it write it: `messages.0.role`, items counted from 0.
  String inRules() {
    return parent == null ? "" : step(parent.inRules(), index < 0 ? name : String.valueOf(index));
  }

  private static String step(String before, String last) {
    return before.isEmpty() ? last : before + "." + last;
  }
}
