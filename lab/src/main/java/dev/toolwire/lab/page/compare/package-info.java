/// The report on a comparison of models as one HTML file:
/// [ComparePage][dev.toolwire.lab.page.compare.ComparePage] shows a
/// [comparison][dev.toolwire.lab.stats.Comparison], verdict first, down to each run, and computes
/// nothing.
@NullMarked
package dev.toolwire.lab.page.compare;

import org.jspecify.annotations.NullMarked;
