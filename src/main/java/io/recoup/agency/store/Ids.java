package io.recoup.agency.store;

import io.recoup.receivables.ItemId;
import java.util.Collection;

final class Ids {

    private Ids() {}

    static Long[] array(Collection<ItemId> items) {
        return items.stream().map(ItemId::value).toArray(Long[]::new);
    }
}
