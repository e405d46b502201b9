/// Reports in a real browser, which knows nothing of Toolwire: Debian's Chromium, driven by
/// Selenium. Start at [dev.toolwire.conformance.page.EveryReportTest].
///
/// Where there is no Chromium the tests are skipped and say so, unless `TOOLWIRE_BROWSER` is
/// `required`.
@NullMarked
package dev.toolwire.conformance.page;

import org.jspecify.annotations.NullMarked;
