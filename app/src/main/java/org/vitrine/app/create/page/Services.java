package org.vitrine.app.create.page;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import org.vitrine.app.dialog.Layers;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.port.AnswerWriter;
import org.vitrine.model.port.BridgeSurvey;
import org.vitrine.model.port.MediaChecker;
import org.vitrine.model.port.MediaInspector;
import org.vitrine.model.port.OsCatalogue;

/**
 * What the pages ask the world for.
 *
 * @param publicKeys lines of the keys that the user signs in elsewhere with
 * @param offer what a host has now
 * @param elsewhere runs what may block
 * @param recentMedia locations used before, newest first; kept between runs
 */
public record Services(
    HostDirectory directory,
    InventoryStore store,
    Layers layers,
    OsCatalogue catalogue,
    MediaInspector inspector,
    MediaChecker checker,
    AnswerWriter answers,
    Supplier<List<String>> publicKeys,
    BridgeSurvey bridges,
    Function<HostId, CompletableFuture<HostOffer>> offer,
    Executor elsewhere,
    ObservableList<String> recentMedia) {}
