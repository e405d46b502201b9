/// Calls that a model wrote as text. Start at [RescueModel][dev.toolwire.rescue.RescueModel], which
/// makes them native, or at [TextScanner][dev.toolwire.rescue.TextScanner], which finds them.
///
/// The scanner reads prose, knows where it stands in it (fence, inline code, quotation, thinking,
/// the words before), and looks for the literals of one table,
/// [Formats][dev.toolwire.rescue.Formats]. Where one is found a *group* begins: an opener, one or
/// more bodies, closers. Nearly every format is one of seven [bodies][dev.toolwire.rescue.Body] in
/// an envelope, and the first characters of a body tell which, so models that mix dialects are
/// understood. What the group holds then passes the *gate*: declared names, tool choice, evidence
/// for and against, the schema of the arguments, and the caller's threshold.
///
/// Everything reads from one [Window][dev.toolwire.rescue.Window] and gives one of five
/// [answers][dev.toolwire.rescue.Answer]. A reader that refuses a character leaves the window
/// there, and scanning goes on from that place: nothing is read over and over, no look ahead is
/// longer than a constant, and there are no regular expressions. Time is linear in the text, and
/// what is held back is bounded by [limits][dev.toolwire.rescue.RescueLimits].
///
/// The names of the types follow that path: `Window`, `ProseContext`, `Openings` and `Starts` for
/// prose; `Group`, `Before` and `Behind` for what is around bodies; `…Reader` for bodies and their
/// values; `Gate`, `Evidence` and `Level` for the judgement; `TextCallStream` and what it is made
/// of for the events of an answer.
///
/// Nothing is guessed here: a value that was cut stays cut, an expression is never evaluated, an
/// argument without a name is none.
@NullMarked
package dev.toolwire.rescue;

import org.jspecify.annotations.NullMarked;
