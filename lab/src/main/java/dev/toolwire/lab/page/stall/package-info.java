/// The report on stalls as one HTML file: [StallPage][dev.toolwire.lab.page.stall.StallPage] shows
/// a [study][dev.toolwire.lab.study.StallStudy], verdict first, and computes nothing.
@NullMarked
package dev.toolwire.lab.page.stall;

import org.jspecify.annotations.NullMarked;
