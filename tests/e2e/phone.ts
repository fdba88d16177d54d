/** What a journey needs of a page; Chromium 147 (playwright) and Chromium 86 (puppeteer) both have it. */
export interface Phone {
  goto(address: string): Promise<unknown>
  url(): string
  click(selector: string): Promise<void>
  type(selector: string, text: string): Promise<void>
  waitForSelector(selector: string): Promise<unknown>
  evaluate<T>(script: string): Promise<T>
  screenshot(options: { path: string; fullPage?: boolean }): Promise<unknown>
}
