package dev.linchpin.app.bench;

import dev.linchpin.app.bench.report.Column;
import dev.linchpin.app.bench.report.Findings;
import dev.linchpin.app.bench.report.Spread;
import dev.linchpin.app.bench.report.Table;
import dev.linchpin.app.cluster.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What {@link TaxBench} saw.
 *
 * @param rates tokens a second of every way by name, one a round; the first is the model alone
 */
record TaxResult(Map<String, List<Double>> rates) {
  private static final double MOST_TAX = 0.03;
  private static final double PERCENT = 100;

  /** The bar, the table and the note. */
  Findings findings() {
    List<String> names = new ArrayList<>(rates.keySet());
    double tax = tax(names.get(names.size() - 1)).median();
    return new Findings(
        List.of(Bar.atMost("monitor tax on the model's tokens/s", tax, MOST_TAX)),
        List.of(table(names)),
        List.of(
            "tax: the bundled reasoner, one sequence, one thread; the same chains in every way in"
                + " turn; broker and registry are in the same process; median of the rounds'"
                + " ratios."));
  }

  /** The share of its speed that the model alone has over a way. */
  private Spread tax(String way) {
    List<Double> alone = rates.values().iterator().next();
    List<Double> taxes =
        IntStream.range(0, alone.size())
            .mapToObj(round -> 1 - rates.get(way).get(round) / alone.get(round))
            .toList();
    return Spread.of(taxes, Double::doubleValue);
  }

  private Table table(List<String> names) {
    return new Table(
        "tax",
        "Monitor tax, " + rates.values().iterator().next().size() + " rounds",
        List.of(
            Column.words("way", ""),
            new Column("tokensPerSecond", "tokens/s", 1),
            new Column("taxPercent", "tax %", 2),
            new Column("leastTaxPercent", "least", 2),
            new Column("mostTaxPercent", "most", 2)),
        names.stream().map(this::row).toList());
  }

  private List<Object> row(String name) {
    Spread tax = tax(name);
    return List.of(
        name,
        Spread.of(rates.get(name), Double::doubleValue).median(),
        PERCENT * tax.median(),
        PERCENT * tax.least(),
        PERCENT * tax.most());
  }
}
