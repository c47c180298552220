package io.recoup.connectors;

import io.recoup.intake.InDoor;
import io.recoup.outbox.OutDoor;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.CamelContext;

/** Finds what is behind a door, when its route starts. */
final class DoorBeans {

    private DoorBeans() {}

    static InDoor inDoor(CamelContext context, Door door) {
        return one(context, InDoor.class, InDoor::name, door);
    }

    static OutDoor outDoor(CamelContext context, Door door) {
        return one(context, OutDoor.class, OutDoor::name, door);
    }

    static <T> T only(CamelContext context, Class<T> type, Door door) {
        T bean = context.getRegistry().findSingleByType(type);
        if (bean == null) {
            throw new IllegalStateException(
                    "recoup:" + door.label() + " needs one bean of type " + type.getSimpleName() + "; there is none");
        }
        return bean;
    }

    private static <T> T one(CamelContext context, Class<T> type, Function<T, String> name, Door door) {
        Collection<T> beans = context.getRegistry().findByType(type);
        List<T> named = beans.stream()
                .filter(bean -> name.apply(bean).equals(door.label()))
                .distinct()
                .toList();
        if (named.size() != 1) {
            throw new IllegalStateException("recoup:" + door.label() + " has " + named.size()
                    + " beans behind it instead of one. Present: "
                    + beans.stream().map(name).sorted().toList()
                    + ". Use one of those doors, or add a bean of type " + type.getSimpleName());
        }
        return named.get(0);
    }
}
