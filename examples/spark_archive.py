"""Facts of a whole archive, on Spark: articles in Parquet or JSON Lines become Parquet with a fact a row.

    pip install 'newsfacts[spark]'
    spark-submit examples/spark_archive.py IN OUT [--partitions N] [--batch-bytes N]

IN is a folder, or a pattern in quotes: "archive/*.jsonl" and "archive/*.jsonl.gz" are read as JSON Lines, all else as
Parquet. The columns are those of JSON Lines records: text or html, and optional id, url, headline, published, language.

The facts are in OUT/batch=N/kind=KIND/*.parquet. By kind, because a question is about quotes or about money, hardly ever
about both, and each kind fills other columns; a date would not do, since articles may lack it and an archive of years would
become thousands of small files. An article that could not be read, or on which a plugin failed, is a row with the reason in
"error" and no kind; it fails no task.

The job may be killed and run again at any moment: it goes on with the batch at which it was, and writes that batch's folder
anew, so that no row is doubled. Run on an archive that has grown, it does the new files only. Spark's own checkpoint
in OUT/_checkpoint keeps the account: the files of a batch are written down before it begins, its end when it is there. A file
is in one batch as a whole; cut files that are much larger than a batch.
"""

from __future__ import annotations

import click
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812 - the name that Spark's documentation gives it

from newsfacts.arrow import KEYS, extract_batches, spark_schema

JSON_LINES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
BROKEN = "_corrupt_record"  # what Spark calls the column for a line that is no JSON


@click.command()
@click.argument("articles", metavar="IN")
@click.argument("facts", metavar="OUT")
@click.option("--partitions", type=int, help="Tasks in a batch; by default one a core.")
@click.option("--batch-bytes", type=int, default=1 << 30, show_default=True, help="Size of the input files of a batch, about.")
def main(articles: str, facts: str, partitions: int | None, batch_bytes: int) -> None:
    """Extract the facts of the articles in IN to OUT."""
    spark = SparkSession.builder.appName("newsfacts").getOrCreate()
    extract_archive(spark, articles, facts, partitions or spark.sparkContext.defaultParallelism, batch_bytes)
    spark.stop()


def extract_archive(spark: SparkSession, articles: str, facts: str, partitions: int, batch_bytes: int) -> None:
    """Extract the facts of all files of an archive that have not been done yet.

    Args:
        spark: The session.
        articles: A folder or a pattern of files.
        facts: The folder for the facts; the same one goes on where it was.
        partitions: Tasks in a batch.
        batch_bytes: Size of the input files of a batch, about.
    """

    def extract_batch(batch: DataFrame, number: int) -> None:
        found = batch.repartition(partitions).mapInArrow(extract_batches, spark_schema())
        writer = found.write.mode("overwrite").option("partitionOverwriteMode", "static")  # all that the folder holds
        writer.partitionBy("kind").parquet(f"{facts}/batch={number}")

    stream = read_articles(spark, articles, batch_bytes).writeStream.foreachBatch(extract_batch)
    stream.trigger(availableNow=True).option("checkpointLocation", f"{facts}/_checkpoint").start().awaitTermination()


def read_articles(spark: SparkSession, articles: str, batch_bytes: int) -> DataFrame:
    """The archive as a stream of the columns that newsfacts knows, so that no others are read."""
    # A file never seen is new, however old it is: Spark would pass over what is a week older than the newest that it has seen.
    reader = spark.readStream.option("maxBytesPerTrigger", batch_bytes).option("maxFileAge", "36500d")
    if not articles.endswith(JSON_LINES):
        frame = reader.schema(spark.read.parquet(articles).schema).parquet(articles)
        return frame.select([key for key in KEYS if key in frame.columns])
    frame = reader.schema(", ".join(f"{key} string" for key in (*KEYS, BROKEN))).json(articles)
    # A broken line has no id; its file and its beginning let it be found.
    broken = F.concat_ws(": ", "_metadata.file_path", F.substring(BROKEN, 1, 60))
    named = F.coalesce("id", "url", F.when(F.col(BROKEN).isNotNull(), broken))
    return frame.withColumn("id", named).select(*KEYS)


if __name__ == "__main__":
    main()
