package dev.toolwire.lab.page.stall;

import dev.toolwire.lab.page.Chart;
import dev.toolwire.lab.page.Inlined;
import dev.toolwire.lab.page.Page;
import dev.toolwire.lab.study.RouteStudy;
import dev.toolwire.lab.study.StallStudy;
import java.util.List;

/// The report on stalls: what recordings say, for a person who has never heard of them.
public final class StallPage {

  private StallPage() {}

  /// The report on a study.
  ///
  /// @param command what to type to have the same measured again; empty if nobody knows
  public static Page of(StallStudy study, String command) {
    List<RouteStudy> routes = study.routes();
    RouteNames names = RouteNames.of(study);
    List<Chart> arrivals = Arrivals.charts(routes, names);
    List<Chart> growth = Growth.charts(routes, names);
    Page page =
        Page.titled("Stall report: " + Headline.of(routes), Headline.header(study, names))
            .section("routes", "Routes", RouteTable.content(routes, names))
            .section("arrivals", "What arrived when", Arrivals.content(arrivals))
            .section("growth", "Silence against size", Growth.content(growth, routes, names))
            .section("burst", "The burst after it", Burst.content(routes, names))
            .section(
                "survival", "What idle timeouts let through", SurvivalTable.content(routes, names))
            .section("cells", "All figures", Cells.content(routes, names))
            .section("method", "Method", Method.content(study, command))
            .script(Inlined.beside(StallPage.class, "stall.js"));
    for (Chart chart : arrivals) {
      page = page.chart(chart);
    }
    for (Chart chart : growth) {
      page = page.chart(chart);
    }
    return page;
  }
}
