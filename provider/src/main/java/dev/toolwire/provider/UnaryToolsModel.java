package dev.toolwire.provider;

import dev.toolwire.model.Model;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks models that refuse tools in a stream for the whole answer at once; their caller gets a
/// stream all the same.
public record UnaryToolsModel(Model inner, ModelCatalogue catalogue) implements Model {

  private static final Logger LOG = LoggerFactory.getLogger(UnaryToolsModel.class);

  @Override
  public ModelStream open(ModelRequest request) {
    if (!request.streaming()
        || request.tools().isEmpty()
        || catalogue.profile(request.model()).streamingTools()) {
      return inner.open(request);
    }
    LOG.info("{} takes no tools in a stream; asking for the whole answer", request.model());
    return inner.open(request.withStreaming(false));
  }
}
