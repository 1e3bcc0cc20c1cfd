/** What the wizard collects until a machine is made of it: no controls, nothing on any host. */
@NullMarked
package org.vitrine.app.create.draft;

import org.jspecify.annotations.NullMarked;
