package io.recoup.agency;

import io.recoup.money.Money;
import io.recoup.receivables.ItemId;
import java.util.Collection;
import java.util.List;

/** The items of the cases. Every call joins the caller's transaction. */
public interface PlacedItems {

    void add(long placement, ItemId item, Money amount, long hold);

    List<Placement.Part> of(long placement);

    /** Newest case of each item, live or ended. */
    List<InCase> newestWith(Collection<ItemId> items);

    record InCase(ItemId item, long placement) {}

    /** The case no longer has its items. */
    void letGo(long placement);

    /** The case no longer has that item. */
    void letGo(long placement, ItemId item);

    /** The case has the item again, under that hold. */
    void takeBack(long placement, ItemId item, long hold);
}
