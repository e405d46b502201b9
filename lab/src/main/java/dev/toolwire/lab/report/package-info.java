/// A [Comparison][dev.toolwire.lab.stats.Comparison] as people and programs read it: in a terminal
/// of 80 columns ([TerminalReport][dev.toolwire.lab.report.TerminalReport]), as Markdown for a pull
/// request ([MarkdownReport][dev.toolwire.lab.report.MarkdownReport]), as JSON
/// ([JsonReport][dev.toolwire.lab.report.JsonReport]) and as JUnit XML that a build can be stopped
/// by ([JUnitReport][dev.toolwire.lab.report.JUnitReport]).
///
/// All are pure functions, and none computes a figure of its own.
@NullMarked
package dev.toolwire.lab.report;

import org.jspecify.annotations.NullMarked;
