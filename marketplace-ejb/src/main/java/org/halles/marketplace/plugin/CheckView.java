package org.halles.marketplace.plugin;

import java.util.List;
import java.util.Map;
import org.halles.spi.CheckSetting;

/**
 * A check of listings that is switched on, and what may be set for it.
 *
 * @param label what operators read, by language
 */
public record CheckView(String id, Map<String, String> label, List<CheckSetting> settings) {}
