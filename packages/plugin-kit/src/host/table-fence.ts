import type { OperationNode } from "kysely";
import { childNodes } from "./child-nodes.ts";
import type { FenceFault } from "./fence-fault.ts";
import { tablePrefix } from "./table-prefix.ts";

/** SQL words that Kysely's own builder writes as text. Anything else in a raw fragment might name a table. */
const HARMLESS_TEXT =
  /^(?:\s*(?:asc|desc|nulls first|nulls last|true|strict|without rowid|btree|hash|gist|gin)\s*)*$/i;

/** Statements on what is no table of anyone's. */
const REFUSED_KINDS: ReadonlySet<string> = new Set([
  "CreateSchemaNode",
  "DropSchemaNode",
  "CreateTypeNode",
  "DropTypeNode",
  "AlterTypeNode",
]);

/** Parents whose direct table children are no sources: they repeat a name that the FROM clause brought in. */
const QUALIFIERS: ReadonlySet<string> = new Set([
  "ReferenceNode",
  "FunctionNode",
  "AggregateFunctionNode",
  "SelectModifierNode",
]);

/**
 * Refuses a statement that reaches beyond a plugin's own tables: every table, view, index and common
 * table expression it names must begin with the plugin's prefix, none may name a schema, and it may
 * hold no SQL text, since what text reads can't be told.
 *
 * This keeps plugins apart by mistake-proofing, as a fence does; it does not hold a hostile plugin,
 * which runs in the server's process and could open the database by itself.
 *
 * Throws what `fault` makes: TABLE_NOT_OWN or RAW_SQL_REFUSED.
 */
export function refuseForeignTables(
  statement: OperationNode,
  plugin: string,
  fault: FenceFault,
): void {
  const prefix = tablePrefix(plugin);
  const left: { node: OperationNode; parent: string }[] = [{ node: statement, parent: "" }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { node, parent } = next;
    if (node.kind === "TableNode" && QUALIFIERS.has(parent)) continue;
    refuseNode(node, { plugin, prefix, fault });
    for (const child of childNodes(node)) left.push({ node: child, parent: node.kind });
  }
}

/** Refuses whatever is no query, or holds more than queries. Throws what `fault` makes: WRITE_REFUSED. */
export function refuseWrites(statement: OperationNode, plugin: string, fault: FenceFault): void {
  const left = [statement];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node === statement ? node.kind !== "SelectQueryNode" : WRITES.has(node.kind)) {
      throw fault("WRITE_REFUSED", plugin, {
        en: `The plugin "${plugin}" may only read here. A decision, a preview too, may be made any number of times: write when the ledger tells of it, in a listener.`,
        cy: `Dim ond darllen y caiff yr ategyn "${plugin}" yma. Gellir gwneud penderfyniad, rhagolwg hefyd, unrhyw nifer o weithiau: ysgrifennwch pan fo'r cyfriflyfr yn sôn amdano, mewn gwrandäwr.`,
      });
    }
    left.push(...childNodes(node));
  }
}

/** Kinds that a common table expression may hold. */
const WRITES: ReadonlySet<string> = new Set([
  "InsertQueryNode",
  "UpdateQueryNode",
  "DeleteQueryNode",
  "MergeQueryNode",
]);

interface Fence {
  readonly plugin: string;
  readonly prefix: string;
  readonly fault: FenceFault;
}

function refuseNode(node: OperationNode, fence: Fence): void {
  const fields = fieldsOf(node);
  switch (node.kind) {
    case "RawNode": {
      const fragments = fields["sqlFragments"];
      const texts = Array.isArray(fragments) ? fragments.map(String) : [];
      const text = texts.find((fragment) => !HARMLESS_TEXT.test(fragment));
      if (text !== undefined) throw rawSql(fence, text);
      return;
    }
    case "FunctionNode":
    case "AggregateFunctionNode": {
      // The name of a function goes into the statement as it is.
      const name = String(fields["func"]);
      if (!/^\w+$/.test(name)) throw rawSql(fence, name);
      return;
    }
    case "SchemableIdentifierNode": {
      const name = nameOf(fields["identifier"]);
      const schema = fields["schema"] === undefined ? "" : `${nameOf(fields["schema"])}.`;
      if (schema !== "" || !name.startsWith(fence.prefix)) {
        throw notOwn(fence, `${schema}${name}`);
      }
      return;
    }
    case "CreateIndexNode":
    case "AddIndexNode": {
      const name = nameOf(fields["name"]);
      if (!name.startsWith(fence.prefix)) throw notOwn(fence, name);
      return;
    }
    case "AlterTableNode":
      if (fields["setSchema"] === undefined) return;
      throw notOwn(fence, nameOf(fields["setSchema"]));
    default:
      if (REFUSED_KINDS.has(node.kind)) throw notOwn(fence, node.kind);
  }
}

function fieldsOf(node: OperationNode): Readonly<Record<string, unknown>> {
  return { ...node };
}

function isNode(value: unknown): value is OperationNode {
  return typeof value === "object" && value !== null && "kind" in value;
}

function nameOf(identifier: unknown): string {
  return isNode(identifier) ? String(fieldsOf(identifier)["name"]) : "";
}

function notOwn({ plugin, prefix, fault }: Fence, name: string): Error {
  return fault("TABLE_NOT_OWN", plugin, {
    en: `The plugin "${plugin}" may not use "${name}": each name of a table, index or common table expression of its own begins with "${prefix}". What the server knows it can read through host.reads.`,
    cy: `Ni chaiff yr ategyn "${plugin}" ddefnyddio "${name}": mae pob enw tabl, mynegai neu fynegiant tabl cyffredin o'i eiddo'n dechrau â "${prefix}". Gall ddarllen yr hyn a ŵyr y gweinydd drwy host.reads.`,
  });
}

function rawSql({ plugin, fault }: Fence, text: string): Error {
  return fault("RAW_SQL_REFUSED", plugin, {
    en: `The plugin "${plugin}" wrote SQL text ("${text.trim().slice(0, 60)}"), whose tables can't be checked. Build the statement with Kysely's methods, such as fn.countAll() in place of count(*).`,
    cy: `Ysgrifennodd yr ategyn "${plugin}" destun SQL ("${text.trim().slice(0, 60)}"), ac ni ellir gwirio ei dablau. Adeiladwch y datganiad â dulliau Kysely, megis fn.countAll() yn lle count(*).`,
  });
}
