package org.vitrine.bridge.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.vitrine.bridge.event.EventLoop;
import org.vitrine.bridge.libvirt.LibvirtHypervisor;
import org.vitrine.model.port.BlockingGuard;
import org.vitrine.model.port.DefinitionReader;
import org.vitrine.model.port.DefinitionReading;
import org.vitrine.model.port.Hypervisor;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.Labels;

/**
 * Gives a test its hosts and, after it, holds that libvirt let go of every one of them: a number
 * other than zero is a handle that was not freed.
 */
public final class ClosesClean implements ParameterResolver, AfterEachCallback {

  /** One for the process: libvirt has one event loop. */
  private static final EventLoop LOOP = new EventLoop();

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ClosesClean.class);

  /** A hypervisor that reads of a definition nothing but its length. */
  public static Hypervisor hypervisor() {
    return hypervisor(
        text ->
            new DefinitionReading(
                Labels.NONE, "", 1, new ByteSize(text.length()), java.util.List.of()));
  }

  public static Hypervisor hypervisor(DefinitionReader reader) {
    return new LibvirtHypervisor(LOOP, reader, BlockingGuard.NONE);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == OpenHosts.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return hosts(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertEquals(0, hosts(context).releaseAll(), "references that libvirt still held");
  }

  private static OpenHosts hosts(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(
            OpenHosts.class.getName() + context.getUniqueId(),
            key -> new OpenHosts(hypervisor()),
            OpenHosts.class);
  }
}
