package dev.toolwire.lab.study;

import dev.toolwire.lab.stall.Cell;
import dev.toolwire.lab.stall.Shape;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The runs of one route at one shape and size.
///
/// @param size the characters that were asked for
/// @param runs how many had an answer in time, broken or not
/// @param figures each with its median, the interval of that and the 95th percentile
public record CellStudy(Shape shape, int size, int runs, Map<Figure, Cell> figures) {

  public CellStudy {
    figures = Collections.unmodifiableMap(new EnumMap<>(figures));
  }

  public Cell figure(Figure figure) {
    Cell cell = figures.get(figure);
    if (cell == null) {
      throw new IllegalStateException("a cell has every figure, but not " + figure.word());
    }
    return cell;
  }
}
