package dev.linchpin.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/**
 * Memory of one store: Kafka Streams gives each 50 MB of cache and three write buffers of 16 MB
 * outside the heap, and a role has several stores for every partition. What they hold is small.
 */
public final class SmallRocks implements RocksDBConfigSetter {
  private static final long MEBIBYTE = 1 << 20;
  private static final long CACHE = 4 * MEBIBYTE;
  private static final long WRITE_BUFFER = 2 * MEBIBYTE;

  private final Cache cache = new LRUCache(CACHE);

  @Override
  public void setConfig(String store, Options options, Map<String, Object> settings) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(cache);
    options.setTableFormatConfig(table);
    options.setWriteBufferSize(WRITE_BUFFER);
  }

  @Override
  public void close(String store, Options options) {
    cache.close();
  }
}
