package org.vitrine.model.vm;

import java.util.List;

/** What people wrote on a machine. */
public record Labels(String title, String description, List<String> tags, GroupPath group) {

  public static final Labels NONE = new Labels("", "", List.of(), GroupPath.TOP);

  public Labels {
    tags = tags.stream().distinct().sorted().toList();
  }

  public Labels withTags(List<String> newTags) {
    return new Labels(title, description, newTags, group);
  }

  public Labels withGroup(GroupPath newGroup) {
    return new Labels(title, description, tags, newGroup);
  }
}
