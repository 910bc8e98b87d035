import assert from "node:assert/strict";
import { story } from "./harness.js";

story(
  "a target is changed, refused, added and taken back on the page, and another page hears of it",
  async (stage) => {
    const page = await stage.page();
    const other = await stage.page({ author: "乙" });
    await page.locator("gp-targets .edit button").click();
    const dialog = page.locator("dialog.programme");
    await dialog.waitFor();
    assert.equal(await dialog.locator("nav button").count(), 5);
    await dialog.locator("nav button", { hasText: "新增绿地" }).click();
    await dialog.locator('input[name="value"]').fill("650000");
    // The field hands over what was typed when the hand leaves it.
    await page.keyboard.press("Tab");
    await dialog.locator('select[name="unit"]').selectOption("km");
    await dialog.locator('button[type="submit"]').click();
    await dialog.locator(".notice.fault", { hasText: "单位" }).waitFor();
    await stage.shot(page, "targets refused");
    await dialog.locator('select[name="unit"]').selectOption("ha");
    await dialog.locator('button[type="submit"]').click();
    await page.locator("gp-targets .target", { hasText: "/ 65" }).waitFor();
    await other.locator("gp-targets .target", { hasText: "/ 65" }).waitFor();

    await dialog.locator("nav button.add").click();
    await dialog.locator('input[name="code"]').fill("bamboo");
    await dialog.locator('input[name="title_zh"]').fill("竹林");
    await stage.shot(page, "targets edited");
    await dialog.locator('button[type="submit"]').click();
    await other.locator("gp-targets h2", { hasText: "竹林" }).waitFor();
    await dialog.locator("header button").click();
    await page.keyboard.press("Control+z");
    await page
      .locator("gp-targets h2", { hasText: "竹林" })
      .waitFor({ state: "detached" });
    // While one step is taken back the page takes no other.
    await page
      .locator('gp-status button[aria-label*="撤销"]:not([disabled])')
      .first()
      .waitFor();
    await page.keyboard.press("Control+z");
    await other
      .locator("gp-targets .target", { hasText: "/ 50" })
      .first()
      .waitFor();
    assert.deepEqual(stage.faults, []);
  },
);

story(
  "the plan gets another title on the page, in history and in English",
  async (stage) => {
    const page = await stage.page();
    await page.locator("gp-brand .title").click();
    const dialog = page.locator("dialog.programme");
    await dialog.locator('input[name="title_zh"]').fill("某区 2026 年绿化计划");
    await dialog
      .locator('input[name="title_en"]')
      .fill("Some programme of 2026");
    await stage.shot(page, "plan identity");
    await dialog.locator('button[type="submit"]').click();
    await page
      .locator("gp-brand .title", { hasText: "某区 2026 年" })
      .waitFor();
    assert.equal(
      (await stage.get("/api/plan")).title.en,
      "Some programme of 2026",
    );
    const [newest] = await stage.get("/api/history?limit=1");
    assert.equal(newest.changes[0].label, "某区 2026 年绿化计划");
    await stage.post("/api/undo", { author: "甲" });
    await page.locator("gp-brand .title", { hasText: "上街区" }).waitFor();
  },
);

story(
  "the rain of a year is pasted from a spreadsheet, mended at its cell and saved",
  async (stage) => {
    const page = await stage.page();
    await page.locator("gp-targets .edit button").click();
    const dialog = page.locator("dialog.programme");
    await dialog.locator("select.kinds").selectOption("climate_year");
    await dialog.locator("nav button.add").click();
    await dialog.locator('input[name="name"]').fill("试验年");
    const rain = dialog.getByRole("group", { name: "月降雨量" });
    const cell = (/** @type {number} */ month) =>
      rain.locator("input.cell").nth(month - 1);
    await cell(1).evaluate((input) => {
      const text = "1月\t2月\t3月\n9\t—\t2,600\n".replace("9\t", "９\t");
      // Firefox gives a script's own paste no words.
      const event = new ClipboardEvent("paste", { bubbles: true });
      Object.defineProperty(event, "clipboardData", {
        value: { getData: () => text },
      });
      input.dispatchEvent(event);
    });
    assert.equal(await cell(1).inputValue(), "9");
    assert.equal(await cell(2).inputValue(), "", "what is not known is no zero");
    await cell(3).focus();
    await page.keyboard.type("26.5");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.type("-38");
    await page.keyboard.press("Enter");
    await rain.locator(".fault", { hasText: "4月 不能小于 0" }).waitFor();
    await dialog.locator('button[type="submit"]').click();
    await page.waitForFunction(
      () => document.activeElement?.getAttribute("aria-label") === "4月",
    );
    await page.keyboard.type("38");
    await page.keyboard.press("Tab");
    await rain.locator(".total", { hasText: "合计 73.5" }).waitFor();
    await stage.shot(page, "months of a climate");
    await dialog.locator('button[type="submit"]').click();
    await dialog.locator("nav button", { hasText: "试验年" }).waitFor();
    const saved = await climateOf(stage);
    assert.deepEqual(saved.properties.rain_mm.slice(0, 5), [
      9,
      null,
      26.5,
      38,
      null,
    ]);

    const other = await stage.page({ author: "乙" });
    await aRecordMetByTwo(stage, page, other);
    const { id, version } = await climateOf(stage);
    const change = { op: "delete", layer: "climate_year", id, version };
    await stage.post("/api/changesets", { author: "收拾", changes: [change] });
    assert.deepEqual(stage.faults, []);
  },
);

/** @param {import('./harness.js').Stage} stage @returns {Promise<import('../../../../web/model/types.js').Feature>} */
const climateOf = async (stage) =>
  (await stage.get("/api/records/climate_year")).find(
    (/** @type {{label: string}} */ { label }) => label.startsWith("试验年"),
  );

/**
 * Both changed April: it alone is asked for, its cell marked; afterwards the state before comes back from the record's own history.
 * @param {import('./harness.js').Stage} stage @param {import('./harness.js').Page} page @param {import('./harness.js').Page} other
 */
async function aRecordMetByTwo(stage, page, other) {
  const climate = async () => (await climateOf(stage)).properties;
  const dialog = other.locator("dialog.programme");
  const april = (/** @type {import('./harness.js').Page} */ on) =>
    on
      .locator("dialog.programme")
      .getByRole("group", { name: "月降雨量" })
      .locator("input.cell")
      .nth(3);
  await other.locator("gp-status button", { hasText: "改动记录" }).click();
  await other.locator("#past button.link", { hasText: "试验年" }).click();
  assert.equal(await april(other).inputValue(), "38");

  await april(other).fill("39");
  await other.locator('input[name="frequency_pct"]').fill("50");
  await other.locator('input[name="source"]').fill("气象站");

  await april(page).fill("40");
  await page.locator('dialog.programme input[name="name"]').fill("试验年 50%");
  await page.locator('dialog.programme button[type="submit"]').click();
  await page
    .locator("dialog.programme nav button", { hasText: "50%" })
    .waitFor();
  await dialog.locator('button[type="submit"]').click();
  await dialog.locator(".sides").waitFor();
  assert.equal(await dialog.locator(".sides tbody tr").count(), 1);
  assert.deepEqual(
    await dialog
      .locator(".sides mark")
      .allInnerTexts()
      .then((all) => all.map((text) => text.replace(/\s+/g, " ").trim())),
    ["4月 40", "4月 39"],
  );
  await stage.shot(other, "two versions of a list");
  assert.equal((await climate()).rain_mm[3], 40, "nothing is written unasked");
  await dialog.locator(".sides .mine button").click();
  await dialog.locator(".choices .primary").click();
  await dialog.locator(".sides").waitFor({ state: "detached" });
  // The question goes when it is answered; what is answered is written after that.
  for (let i = 0; i < 100 && (await climate()).rain_mm[3] === 40; i++)
    await other.waitForTimeout(100);
  const both = await climate();
  assert.deepEqual(
    [both.name, both.rain_mm[3], both.frequency_pct, both.source],
    ["试验年 50%", 39, 50, "气象站"],
  );

  await dialog.locator(".past-states summary").click();
  const [newest] = [dialog.locator(".past-states li").first()];
  await newest.locator(".was", { hasText: "4月 40 → 39" }).waitFor();
  await stage.shot(other, "past of a record");
  await newest.getByRole("button", { name: "取回" }).click();
  assert.equal(await april(other).inputValue(), "40");
  await dialog.locator('button[type="submit"]').click();
  await dialog.locator(".past-states .count", { hasText: "4" }).waitFor();
  assert.equal((await climate()).rain_mm[3], 40);
  await dialog.locator("header button").click();
  await other.keyboard.press("Control+z");
  await other.locator(".toast", { hasText: "已撤销" }).waitFor();
  assert.equal((await climate()).rain_mm[3], 39);
  assert.equal(await other.locator(".toast.problem").count(), 0);
}
