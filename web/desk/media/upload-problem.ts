/** What can be wrong with an upload; the server finds it, this says it. */
export type MediaProblem =
  | 'nothing'
  | 'not-a-recording'
  | 'recording-too-large'
  | 'not-a-picture'
  | 'picture-too-large'
  | 'picture-too-heavy'
  | 'svg-unreadable'
  | 'svg-unsafe'
  | 'svg-picture'
  | 'svg-no-size'
  | 'no-alt'
  | 'no-confirmation'

export function problemSentence(problem: MediaProblem): string {
  switch (problem) {
    case 'nothing':
      return '还没有选文件。'
    case 'not-a-recording':
      return '这不是能收下的录音：请用 MP3、M4A、OGG、WebM 或 WAV。'
    case 'recording-too-large':
      return '录音太大：最多 1 MB。念一道题用单声道、每秒 24 到 64 千比特就很清楚，一分钟不到 500 KB。'
    case 'not-a-picture':
      return '这不是能收下的图：请用 PNG、JPEG 或 WebP（平面图也可以用 SVG），文件要完整，不能是动图。'
    case 'picture-too-large':
      return '图太大：最多 1600 万像素，长和宽都不超过 8000 像素。'
    case 'picture-too-heavy':
      return '文件太大，居民的手机要等很久。请缩小一些，照片请存成 JPEG。'
    case 'svg-unreadable':
      return '这个 SVG 读不懂：可能不完整，或者带有 DOCTYPE、自定义实体。请在绘图软件里另存为「普通 SVG」再试。'
    case 'svg-unsafe':
      return '这个 SVG 里有脚本、外部链接或网页内容，不能收。请在绘图软件里另存为「普通 SVG」再试。'
    case 'svg-picture':
      return '这个 SVG 里嵌了一张照片或位图，不能收。请导出成 PNG 或 JPEG 再传。'
    case 'svg-no-size':
      return '这个 SVG 没有写明大小（viewBox），或者边长超过 10000。请在绘图软件里设好画布再试。'
    case 'no-alt':
      return '请写上图里有什么：看不见图的人要靠这句话。'
    case 'no-confirmation':
      return '请先打勾，表示知道问卷会发布新的一版。'
  }
}
