package dev.toolwire.lab.stall;

import java.util.List;
import org.apache.commons.statistics.descriptive.Median;

/// How one quantity grows with another: `y = intercept + slope * x`.
///
/// @param slope in units of y per unit of x; NaN if all x are equal
/// @param intercept in units of y
public record Slope(double slope, double intercept) {

  /// A point to be fitted.
  public record Point(double x, double y) {}

  /// The Theil-Sen line: the median of the slopes between all pairs of points, through the median
  /// of what is then left. Up to 29% of the points may be anywhere without moving it far.
  ///
  /// @see <a href="https://doi.org/10.1080/01621459.1968.10480934">Sen, Estimates of the regression
  ///   coefficient based on Kendall's tau</a>
  public static Slope theilSen(List<Point> points) {
    double[] slopes = new double[points.size() * (points.size() - 1) / 2];
    int count = 0;
    for (int i = 0; i < points.size(); i++) {
      for (int j = i + 1; j < points.size(); j++) {
        double run = points.get(j).x() - points.get(i).x();
        if (run != 0) {
          slopes[count++] = (points.get(j).y() - points.get(i).y()) / run;
        }
      }
    }
    if (count == 0) {
      return new Slope(Double.NaN, Double.NaN);
    }
    double slope = Median.withDefaults().evaluateRange(slopes, 0, count);
    double[] left = points.stream().mapToDouble(point -> point.y() - slope * point.x()).toArray();
    return new Slope(slope, Median.withDefaults().evaluate(left));
  }

  /// The line of least squares.
  public static Slope leastSquares(List<Point> points) {
    double meanX = points.stream().mapToDouble(Point::x).average().orElse(Double.NaN);
    double meanY = points.stream().mapToDouble(Point::y).average().orElse(Double.NaN);
    double together = 0;
    double spread = 0;
    for (Point point : points) {
      together += (point.x() - meanX) * (point.y() - meanY);
      spread += (point.x() - meanX) * (point.x() - meanX);
    }
    double slope = spread == 0 ? Double.NaN : together / spread;
    return new Slope(slope, meanY - slope * meanX);
  }

  /// The y that the line gives for this x.
  public double at(double x) {
    return intercept + slope * x;
  }
}
