package io.recoup.reconciliation.generator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Names of companies and people. Common surnames are drawn more often, so that some companies are namesakes. */
final class Names {

    /**
     * @param surnames the most common first
     * @param trades what companies do
     * @param forms legal forms, the most common first
     */
    private record Words(List<String> first, List<String> surnames, List<String> trades, List<String> forms) {

        /** @param lines one for each list, in this order */
        static Words of(String lines) {
            List<List<String>> lists =
                    lines.lines().map(line -> List.of(line.split(", "))).toList();
            return new Words(lists.get(0), lists.get(1), lists.get(2), lists.get(3));
        }
    }

    private static final Words GERMAN = Words.of("""
            Anna, Jürgen, Sabine, Thomas, Käthe, Michael, Petra, Björn, Ute, Stefan
            Müller, Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schulz, Hoffmann, Schäfer, \
            Koch, Bauer, Richter, Klein, Wolf, Schröder, Neumann, Schwarz, Zimmermann, Krüger, Hofmann, \
            Hartmann, Lange, Krause, Lehmann, Köhler, Großmann, Böhm, Vogel, Friedrich, Günther, Kuhn, \
            Winkler, Lorenz, Baumann, Roß, Jäger
            Logistik, Bau, Elektro, Möbel, Maschinenbau, Immobilien, Getränke, Technik, Handel, \
            Gebäudereinigung, Druck, Metallbau, Gärten, Haustechnik, Verpackungen, Software
            GmbH, GmbH & Co. KG, AG, e.K., OHG, KG, UG (haftungsbeschränkt)
            """);
    private static final Words ENGLISH = Words.of("""
            James, Emily, Oliver, Sarah, George, Helen
            Smith, Jones, Taylor, Brown, Williams, Wilson, Johnson, Davies, Robinson, Wright, Thompson, \
            Evans, Walker, White, Roberts, Green, Hall, Wood, Harris
            Logistics, Construction, Trading, Engineering, Foods, Media, Supplies, Properties
            Ltd, Limited, PLC, LLP
            """);
    private static final Words FRENCH = Words.of("""
            Jean, Hélène, François, Chloé, Benoît, Marie
            Martin, Bernard, Dubois, Durand, Lefèvre, Moreau, Laurent, Simon, Michel, Garcia, Mercier, \
            Peeters, Janssens, Maes, Lambert, Fontaine, Rousseau, Bonnet
            Transports, Bâtiment, Électricité, Meubles, Immobilier, Boissons, Services, Énergie
            SARL, SAS, SA, SRL, EURL
            """);
    private static final Words ITALIAN = Words.of("""
            Giulia, Marco, Niccolò, Chiara, Luca
            Rossi, Russo, Ferrari, Esposito, Bianchi, Romano, Colombo, Ricci, Marino, Greco, Bruno, Gallo, \
            Conti, De Luca, Mancini, Costa, Giordano, Rizzo
            Trasporti, Costruzioni, Impianti, Arredi, Immobiliare, Bevande, Servizi, Società
            S.r.l., S.p.A., S.n.c., S.a.s.
            """);
    private static final Words SPANISH = Words.of("""
            José, Lucía, Iñaki, María, Andrés
            García, Rodríguez, González, Fernández, López, Martínez, Sánchez, Pérez, Gómez, Núñez, Jiménez, \
            Ruiz, Hernández, Díaz, Moreno, Muñoz
            Transportes, Construcción, Instalaciones, Muebles, Inmobiliaria, Bebidas, Diseño
            S.L., S.A., S.L.U.
            """);
    private static final Words DUTCH = Words.of("""
            Daan, Sanne, Joost, Anouk
            de Jong, Jansen, de Vries, van den Berg, Bakker, van Dijk, Visser, Smit, Meijer, de Boer, \
            Mulder, de Groot, Bos, Vos, Peters, Hendriks
            Transport, Bouw, Installatie, Meubelen, Vastgoed, Dranken, Techniek
            B.V., V.O.F., N.V.
            """);
    private static final Words NORDIC = Words.of("""
            Åsa, Bjørn, Jukka, Elin, Søren, Päivi
            Andersson, Johansson, Hansen, Olsen, Korhonen, Virtanen, Mäkinen, Nilsson, Larsen, Sjöberg, \
            Lindström, Ødegård, Nieminen, Hämäläinen, Berg, Åkesson, Dahl, Öberg
            Transport, Bygg, Elektro, Möbler, Eiendom, Teknik, Rakennus, Sähkö
            AB, AS, Oy, ASA, Oyj, HB
            """);
    private static final Words BULGARIAN = Words.of("""
            Иван, Елена, Георги
            Иванов, Георгиев, Димитров, Петров, Николов, Стоянов, Желязков
            Транспорт, Строеж, Електро, Мебели, Търговия
            ООД, ЕООД, АД
            """);
    private static final Words GREEK = Words.of("""
            Γιώργος, Μαρία, Νίκος
            Παπαδόπουλος, Οικονόμου, Γεωργίου, Δημητρίου, Νικολαΐδης, Παππάς
            Μεταφορές, Κατασκευές, Ηλεκτρικά, Έπιπλα, Εμπορική
            ΑΕ, ΕΠΕ, ΙΚΕ
            """);
    private static final Words POLISH = Words.of("""
            Łukasz, Agnieszka, Paweł
            Nowak, Kowalski, Wiśniewski, Wójcik, Kamiński, Lewandowski, Zieliński, Dąbrowski
            Transport, Budowa, Usługi, Meble, Handel
            Sp. z o.o., S.A.
            """);
    private static final Words TURKISH = Words.of("""
            Ayşe, Mehmet, Gül
            Yılmaz, Kaya, Demir, Şahin, Çelik, Yıldız, Öztürk, Aydın
            Lojistik, İnşaat, Elektrik, Mobilya, Ticaret
            A.Ş., Ltd. Şti.
            """);

    private static final Map<Country, Words> WORDS = new EnumMap<>(Map.ofEntries(
            Map.entry(Country.DE, GERMAN),
            Map.entry(Country.AT, GERMAN),
            Map.entry(Country.CH, GERMAN),
            Map.entry(Country.BE, FRENCH),
            Map.entry(Country.FR, FRENCH),
            Map.entry(Country.NL, DUTCH),
            Map.entry(Country.IT, ITALIAN),
            Map.entry(Country.ES, SPANISH),
            Map.entry(Country.NO, NORDIC),
            Map.entry(Country.SE, NORDIC),
            Map.entry(Country.FI, NORDIC),
            Map.entry(Country.PL, POLISH),
            Map.entry(Country.BG, BULGARIAN),
            Map.entry(Country.GR, GREEK),
            Map.entry(Country.GB, ENGLISH),
            Map.entry(Country.TR, TURKISH)));

    private static final List<String> PLACES = List.of(
            "Nord", "Süd", "West", "Ost", "Hamburg", "Zürich", "Wien", "Liège", "Oslo", "Milano", "Malmö", "Utrecht",
            "Tampere", "München", "Köln", "Bern", "Graz", "Gent");

    private Names() {}

    static String surname(Country country, Dice dice) {
        return common(WORDS.get(country).surnames, dice);
    }

    static String person(Country country, Dice dice) {
        return dice.of(WORDS.get(country).first) + " " + surname(country, dice);
    }

    /** {@code Becker Logistik Hamburg GmbH & Co. KG} */
    static String company(Country country, String surname, Dice dice) {
        Words words = WORDS.get(country);
        StringBuilder name = new StringBuilder(surname).append(' ').append(dice.of(words.trades));
        if (dice.chance(0.55)) {
            name.append(" & ").append(surname(country, dice));
        }
        if (dice.chance(0.3)) {
            name.append(' ').append(dice.of(PLACES));
        }
        return name.append(' ').append(common(words.forms, dice)).toString();
    }

    private static String common(List<String> words, Dice dice) {
        double share = dice.share();
        return words.get((int) (words.size() * share * share));
    }
}
