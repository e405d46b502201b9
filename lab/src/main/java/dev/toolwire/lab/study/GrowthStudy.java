package dev.toolwire.lab.study;

import dev.toolwire.lab.stall.BufferRatio;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.Slope;
import java.util.Optional;

/// How the longest gap of one route grows with the bytes of the input, at one shape.
///
/// @param theilSen seconds over bytes
/// @param leastSquares seconds over bytes
/// @param ratio with its intervals; empty if the runs had fewer than two sizes or no text control
public record GrowthStudy(
    Shape shape, Slope theilSen, Slope leastSquares, Optional<BufferRatio> ratio) {}
